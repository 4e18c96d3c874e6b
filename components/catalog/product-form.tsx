"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useFieldArray, useForm, type FieldPath } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { MultiSelect } from "@/components/ui/multi-select";
import { useShowRefusal, type ActionResult } from "@/components/ui/refusal";
import { useZodResolver } from "@/components/ui/use-zod-resolver";
import type { Product } from "@/lib/catalog/product";
import { CATEGORY_LENGTH_MAX, createProductInput, EXTERNAL_ID_LENGTH_MAX, SKUS_MAX, TAGS_MAX, TITLE_LENGTH_MAX, type CreateProductInput } from "@/lib/catalog/schema";
import { ProductConflict } from "./product-conflict";
import type { ProductFormValues } from "./product-form-values";
import { blankSku, valuesOf } from "./product-form-values";
import { SkuFields } from "./sku-fields";

export interface ProductFormProps {
  /** null: a new one */
  product: Product | null;
  base: string;
  categories: readonly string[];
  tags: readonly string[];
  seesCost: boolean;
  save: (input: CreateProductInput, version: number | null) => Promise<ActionResult<{ id: string }>>;
}

export function ProductForm({ product, base, categories, tags, seesCost, save }: ProductFormProps) {
  const t = useTranslations("products");
  const common = useTranslations("common");
  const router = useRouter();
  const showRefusal = useShowRefusal();
  const [version, setVersion] = useState(product?.version ?? null);
  const [theirs, setTheirs] = useState<Product | null>(null);
  const unreadable = useRef(new Map<FieldPath<ProductFormValues>, string>());
  const form = useForm<ProductFormValues, unknown, CreateProductInput>({ resolver: useZodResolver(createProductInput), defaultValues: product ? valuesOf(product) : { externalId: "", title: "", category: "", contentTags: [], skus: [blankSku()] } });
  const skus = useFieldArray({ control: form.control, name: "skus", keyName: "key" });
  const storedCodes = new Set(product?.skus.map(({ code }) => code));

  async function submit(values: CreateProductInput, expected = version) {
    const [first] = unreadable.current;
    if (first) {
      form.setError(first[0], { message: first[1] }, { shouldFocus: true });
      return;
    }
    const result = await save(values, expected);
    if (result.ok) {
      toast.success(t(product ? "form.saved" : "form.created"));
      router.push(`${base}/${result.value.id}`);
      router.refresh();
      return;
    }
    const current = currentIn(result.refusal.data);
    if (result.refusal.code === "conflict" && current) {
      setTheirs(current);
      setVersion(current.version);
    } else if (result.refusal.code === "duplicate") {
      form.setError("externalId", { message: t("problems.taken") }, { shouldFocus: true });
    } else {
      showRefusal(form, result.refusal);
    }
  }

  return (
    <Form form={form} onSubmit={(values) => submit(values)} className="max-w-5xl">
      {theirs ? (
        <ProductConflict
          mine={form.getValues()}
          theirs={theirs}
          onKeepMine={() => void form.handleSubmit((values) => submit(values, theirs.version))()}
          onTakeTheirs={() => {
            form.reset(valuesOf(theirs));
            setTheirs(null);
          }}
        />
      ) : null}
      <Card title={t("form.basics")}>
        <div className="grid gap-4 md:grid-cols-2">
          <FormField control={form.control} name="externalId" label={t("form.externalId")} hint={t("form.externalIdHint")}>
            {(field) => <Input autoComplete="off" maxLength={EXTERNAL_ID_LENGTH_MAX} readOnly={product !== null} {...field} />}
          </FormField>
          <FormField control={form.control} name="title" label={t("form.title")} hint={t("form.titleHint")}>
            {(field) => <Input autoComplete="off" maxLength={TITLE_LENGTH_MAX} {...field} />}
          </FormField>
          <FormField control={form.control} name="category" label={t("form.category")} hint={t("form.categoryHint")} optional>
            {(field) => <Input autoComplete="off" list="known-categories" maxLength={CATEGORY_LENGTH_MAX} {...field} />}
          </FormField>
          <datalist id="known-categories">
            {categories.map((category) => (
              <option key={category} value={category} />
            ))}
          </datalist>
          <FormField control={form.control} name="contentTags" label={t("form.contentTags")} hint={t("form.contentTagsHint")} optional>
            {({ value, onChange, onBlur, id, ...aria }) => (
              <MultiSelect
                id={id}
                label={t("form.contentTags")}
                addLabel={t("form.addTag")}
                options={tags.map((tag) => ({ value: tag, label: tag }))}
                value={value}
                onChange={onChange}
                onBlur={onBlur}
                creatable
                max={TAGS_MAX}
                aria-describedby={aria["aria-describedby"]}
                aria-invalid={aria["aria-invalid"]}
              />
            )}
          </FormField>
        </div>
      </Card>
      <Card
        title={t("form.skus")}
        description={t("form.skusHint")}
        actions={
          <Button disabled={skus.fields.length >= SKUS_MAX} onClick={() => skus.append(blankSku())}>
            <Plus aria-hidden />
            {t("form.addSku")}
          </Button>
        }
      >
        <div className="flex flex-col gap-4">
          {skus.fields.map(({ key, code = "" }, index) => (
            <SkuFields
              key={key}
              control={form.control}
              index={index}
              seesCost={seesCost}
              isStored={storedCodes.has(code)}
              onRemove={skus.fields.length > 1 ? () => skus.remove(index) : null}
              onUnreadable={(name, problem) => (problem ? unreadable.current.set(name, problem) : unreadable.current.delete(name))}
            />
          ))}
        </div>
      </Card>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={form.formState.isSubmitting}>
          {t(product ? "form.save" : "form.create")}
        </Button>
        <Button disabled={form.formState.isSubmitting} onClick={() => router.push(product ? `${base}/${product.id}` : base)}>
          {common("cancel")}
        </Button>
      </div>
    </Form>
  );
}

function currentIn(data: unknown): Product | null {
  return data instanceof Object && "current" in data && data.current instanceof Object ? (data.current as Product) : null;
}
